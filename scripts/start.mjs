/**
 * `npm start`: installs what is missing, builds the infographic, serves it, and then draws its pictures. PORT and HOST say where.
 * `npm start -- FILE` shows another story.
 */
import { addPictures, build } from './build.mjs';
import { published } from './build/pages.mjs';
import { serve } from './serve/server.mjs';
import { ensureBuild } from './machine/setup.mjs';
import { explain, Failure, main } from './steps.mjs';

await main(async () => {
  const project = published(process.argv[2]);
  await ensureBuild();
  const broken = await build(project, { withPictures: false });
  // Someone who only wants to look is told, and served.
  if (broken.length) explain(new Failure(`Over budget: ${broken.join('; ')}`));
  const { url } = await serve({
    root: project.site,
    port: Number(process.env.PORT ?? 8080),
    host: process.env.HOST,
    csp: true,
  });
  console.log(`\nThe infographic is at ${url}, the studio at ${url}studio/ (Ctrl+C stops them)`);
  await addPictures(project);
});
