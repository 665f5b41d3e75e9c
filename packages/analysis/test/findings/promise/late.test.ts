import { testFixtures } from '../../support/fixtures.js';

testFixtures('promise/late');
