/** `npm start`: installs what is missing, builds the infographic, serves it, and then draws its pictures. PORT and HOST say where. */
import { addPictures, build } from './build.mjs';
import { DIST } from './build/pages.mjs';
import { serve } from './serve/server.mjs';
import { ensureBuild } from './machine/setup.mjs';
import { explain, Failure, main } from './steps.mjs';

await main(async () => {
  await ensureBuild();
  const { broken, bundled } = await build({ withPictures: false });
  // Someone who only wants to look is told, and served.
  if (broken.length) explain(new Failure(`Over budget: ${broken.join('; ')}`));
  const { url } = await serve({
    root: DIST,
    port: Number(process.env.PORT ?? 8080),
    host: process.env.HOST,
    csp: true,
  });
  console.log(`\nThe infographic is at ${url} (Ctrl+C stops it)`);
  await addPictures(bundled);
});
