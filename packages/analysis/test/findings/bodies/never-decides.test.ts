import { testFixtures } from '../../support/fixtures.js';

testFixtures('bodies/never-decides');
