import { testFixtures } from '../../support/fixtures.js';

testFixtures('norms/conflict-settled');
