import { testFixtures } from '../../support/fixtures.js';

testFixtures('bodies/dummy');
