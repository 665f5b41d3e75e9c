import { testFixtures } from '../../support/fixtures.js';

testFixtures('promise/entry-needs-attacker');
