import { testFixtures } from '../../support/fixtures.js';

testFixtures('sources/not-verified');
