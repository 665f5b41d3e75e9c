import { testFixtures } from '../../support/fixtures.js';

testFixtures('norms/no-bearer');
