import { testFixtures } from '../../support/fixtures.js';

testFixtures('sources/commentary-supports-clause');
