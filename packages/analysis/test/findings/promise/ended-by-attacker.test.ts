import { testFixtures } from '../../support/fixtures.js';

testFixtures('promise/ended-by-attacker');
