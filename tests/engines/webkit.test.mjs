import { prove } from './prove.mjs';
import { startWebKit } from './webkit.mjs';

prove('webkit', startWebKit);
