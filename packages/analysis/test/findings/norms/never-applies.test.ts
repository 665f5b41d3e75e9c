import { testFixtures } from '../../support/fixtures.js';

testFixtures('norms/never-applies');
