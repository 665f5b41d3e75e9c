import { testFixtures } from '../../support/fixtures.js';

testFixtures('sources/quotation-missing');
