import { testFixtures } from '../../support/fixtures.js';

testFixtures('norms/duty-against-ban');
