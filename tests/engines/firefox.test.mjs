import { testEngine } from './every-engine.mjs';
import { startFirefox } from './firefox.mjs';

testEngine('firefox', startFirefox);
