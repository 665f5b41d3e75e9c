import { testFixtures } from '../../support/fixtures.js';

testFixtures('sources/segment-lost');
