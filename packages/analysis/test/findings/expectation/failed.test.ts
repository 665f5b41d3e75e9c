import { testFixtures } from '../../support/fixtures.js';

testFixtures('expectation/failed');
