import { testFixtures } from '../../support/fixtures.js';

testFixtures('sources/clause-without-source');
