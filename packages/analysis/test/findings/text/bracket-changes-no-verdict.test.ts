import { testFixtures } from '../../support/fixtures.js';

testFixtures('text/bracket-changes-no-verdict');
