import { testFixtures } from '../../support/fixtures.js';

testFixtures('promise/no-clause');
