import { testFixtures } from '../../support/fixtures.js';

testFixtures('promise/not-in-force');
