import { testFixtures } from '../../support/fixtures.js';

testFixtures('norms/bound-without-return');
