import { testEngine } from './every-engine.mjs';
import { startWebKit } from './webkit.mjs';

testEngine('webkit', startWebKit);
