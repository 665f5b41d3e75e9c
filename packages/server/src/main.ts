/** The file that is bundled and run. */
import { start } from './node.js';

start();
