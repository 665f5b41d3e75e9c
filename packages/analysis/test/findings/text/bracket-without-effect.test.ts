import { testFixtures } from '../../support/fixtures.js';

testFixtures('text/bracket-without-effect');
