import { testFixtures } from '../../support/fixtures.js';

testFixtures('promise/held-up-by-attacker');
