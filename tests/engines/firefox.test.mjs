import { prove } from './prove.mjs';
import { startFirefox } from './firefox.mjs';

prove('firefox', startFirefox);
