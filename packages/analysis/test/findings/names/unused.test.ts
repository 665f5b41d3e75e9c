import { testFixtures } from '../../support/fixtures.js';

testFixtures('names/unused');
