import { testFixtures } from '../../support/fixtures.js';

testFixtures('sources/digest-differs');
