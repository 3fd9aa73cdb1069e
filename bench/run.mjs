// Measures pages side by side in headless Chromium. See README.md for the page contract and for what each metric is.
//   node run.mjs [--config peers.json]… [--rounds 5] [--pages a,b] [--phases load,trace,visual,redraw,hover,dots] [--loads 3]
//                [--dpr 1] [--width 1280] [--height 900] [--out results/latest.json]
import { cpus, loadavg, release } from 'node:os';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FLAGS, launch, loadConfig, serve } from './lib.mjs';
import { inPage } from './probe.mjs';
import { summarise, table, verdict } from './report.mjs';

const opt = {
  config: [],
  rounds: 5,
  loads: 3,
  phases: 'load,trace,visual,redraw,hover,dots',
  dpr: 1,
  width: 1280,
  height: 900,
  out: new URL('results/latest.json', import.meta.url).pathname,
};
for (let i = 2; i < process.argv.length; i += 2) {
  const k = process.argv[i].slice(2),
    v = process.argv[i + 1];
  if (k === 'config') opt.config.push(v);
  else if (['rounds', 'loads', 'dpr', 'width', 'height'].includes(k)) opt[k] = +v;
  else opt[k] = v;
}
if (!opt.config.length) opt.config.push('peers.json', 'ours.json');
const phases = opt.phases.split(',');
let pages = opt.config.flatMap((c) => loadConfig(c).pages);
if (opt.pages) pages = pages.filter((p) => opt.pages.split(',').includes(p.name));

const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SWEEP = 200;
const SETTLE = 800; // ms: a new window starts a renderer for the browser's own toolbar, which on two cores would run against the load

for (const sig of ['SIGINT', 'SIGTERM']) process.on(sig, () => process.exit(130));

const server = await serve(pages);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const within = (p, ms, what) => {
  let t;
  return Promise.race([
    p,
    new Promise((_, no) => {
      t = setTimeout(() => no(new Error(`${what}: over ${ms / 1000} s`)), ms);
    }),
  ]).finally(() => clearTimeout(t));
};
const metricsOf = async (cdp) =>
  Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));

// A fresh context (empty cache, own renderer), the page loaded in it to __ready.
async function open(browser, p, { slow = false, extra = '', before } = {}) {
  const ctx = await browser.newContext({
    viewport: { width: opt.width, height: opt.height },
    deviceScaleFactor: opt.dpr,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
  });
  try {
    const page = await ctx.newPage();
    page.on('pageerror', (e) => console.error(`  ${p.name}: page error: ${e.message}`));
    const cdp = await ctx.newCDPSession(page);
    let wire = 0;
    cdp.on('Network.loadingFinished', (e) => {
      wire += e.encodedDataLength;
    });
    await cdp.send('Network.enable');
    await cdp.send('Performance.enable');
    await cdp.send('Page.enable');
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${inPage})()` });
    if (slow) {
      await cdp.send('Network.emulateNetworkConditions', SLOW);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    if (before) await before(cdp, page);
    await sleep(SETTLE);
    const from = server.log.length;
    await page.goto(server.url(p, extra), { waitUntil: 'commit', timeout: 60e3 });
    await within(
      page.evaluate(() => window.__bench.ready),
      90e3,
      `${p.name} __ready`,
    );
    return { ctx, page, cdp, log: () => server.log.slice(from), wire: () => wire };
  } catch (e) {
    await ctx.close();
    throw e;
  }
}
const throttle = (o, rate) => o.cdp.send('Emulation.setCPUThrottlingRate', { rate });

async function heap(o) {
  await o.cdp.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) {
    await o.cdp.send('HeapProfiler.collectGarbage');
    await sleep(30);
  }
  const h = await o.cdp.send('Runtime.getHeapUsage');
  const dom = await o.cdp.send('Memory.getDOMCounters');
  await o.cdp.send('HeapProfiler.disable');
  return {
    js: h.usedSize,
    dom: h.embedderHeapUsedSize ?? 0,
    buffers: h.backingStorageSize ?? 0,
    nodes: dom.nodes,
    listeners: dom.jsEventListeners,
    pss: await rendererPss(o),
  };
}
// Proportional set size of the page's renderer (the busiest, the browser's own toolbar's apart): counts what the JS heap does not (canvas bitmaps, WebAssembly memory, DOM).
async function rendererPss(o) {
  try {
    const s = await o.ctx.browser().newBrowserCDPSession();
    const { processInfo } = await s.send('SystemInfo.getProcessInfo');
    await s.detach();
    const [page] = processInfo
      .filter(
        (p) => p.type === 'renderer' && !readFileSync(`/proc/${p.id}/cmdline`, 'utf8').includes('top-chrome-webui'),
      )
      .sort((a, b) => b.cpuTime - a.cpuTime);
    return 1024 * +readFileSync(`/proc/${page.id}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)[1];
  } catch {
    return null;
  }
}

const PHASES = {
  async load({ vsync }, p) {
    const out = {};
    for (const slow of [false, true]) {
      const o = await open(vsync, p, { slow });
      await sleep(slow ? 1000 : 500);
      const t = await o.page.evaluate(() => window.__bench.load());
      const m = await metricsOf(o.cdp);
      const k = slow ? 'slow' : 'fast';
      out[k] = {
        ...t,
        task: m.TaskDuration * 1e3,
        script: m.ScriptDuration * 1e3,
        layout: (m.LayoutDuration + m.RecalcStyleDuration) * 1e3,
      };
      if (!slow) {
        const log = o.log();
        out.transfer = {
          wire: o.wire(),
          requests: log.length,
          failed: log.filter((l) => l.status !== 200).map((l) => l.path),
          total: 0,
        };
        for (const l of log) {
          out.transfer[l.kind ?? 'other'] = (out.transfer[l.kind ?? 'other'] ?? 0) + l.bytes;
          out.transfer.total += l.bytes;
        }
      }
      await o.ctx.close();
    }
    return out;
  },

  // What V8 spends on compiling, from a trace of an unthrottled load (a load of its own: tracing costs time).
  async trace({ vsync }, p) {
    let tracing;
    const o = await open(vsync, p, {
      before: (cdp, page) =>
        (tracing = vsync.startTracing(page, {
          categories: ['v8', 'disabled-by-default-v8.compile', 'v8.wasm', 'devtools.timeline'],
        })),
    });
    await tracing;
    const events = JSON.parse((await vsync.stopTracing()).toString()).traceEvents;
    await o.ctx.close();
    const sum = (re) => events.reduce((s, e) => s + (e.dur && re.test(e.name) ? e.dur / 1000 : 0), 0);
    return {
      main: sum(/^V8\.CompileCode$/),
      background: sum(/^v8\.parseOnBackground$/),
      wasm: sum(/^wasm\.|^v8\.wasm/),
    };
  },

  // How the viewport fills in, from a screencast of a throttled load (a load of its own: recording costs time).
  async visual({ vsync }, p) {
    const frames = [];
    const o = await open(vsync, p, {
      slow: true,
      before: async (cdp) => {
        cdp.on('Page.screencastFrame', (f) => {
          frames.push([f.metadata.timestamp * 1000, f.data]);
          cdp.send('Page.screencastFrameAck', { sessionId: f.sessionId }).catch(() => {});
        });
        await cdp.send('Page.startScreencast', { format: 'jpeg', quality: 60, maxWidth: 640, maxHeight: 450 });
      },
    });
    await sleep(1000);
    await o.cdp.send('Page.stopScreencast');
    const t0 = await o.page.evaluate(() => performance.timeOrigin);
    await o.ctx.close();
    const ctx = await vsync.newContext();
    const page = await ctx.newPage();
    const seen = await page.evaluate(async (frames) => {
      const px = [];
      for (const [t, d] of frames) {
        const bm = await createImageBitmap(await (await fetch('data:image/jpeg;base64,' + d)).blob());
        const c = new OffscreenCanvas(320, 225),
          g = c.getContext('2d');
        g.drawImage(bm, 0, 0, 320, 225);
        px.push([t, g.getImageData(0, 0, 320, 225).data]);
      }
      const end = px.at(-1)[1];
      const far = (a) => {
        let s = 0;
        for (let i = 0; i < end.length; i += 4)
          s += Math.abs(a[i] - end[i]) + Math.abs(a[i + 1] - end[i + 1]) + Math.abs(a[i + 2] - end[i + 2]);
        return s;
      };
      const white = far(new Uint8Array(end.length).fill(255));
      return px.map(([t, a]) => [t, Math.max(0, 1 - far(a) / white)]);
    }, frames);
    await ctx.close();
    let si = 0,
      at = 0,
      done = 0,
      complete = null;
    for (const [t, v] of seen) {
      const ms = Math.max(0, t - t0);
      si += (ms - at) * (1 - done);
      at = ms;
      done = v;
      if (v < 0.95) complete = null;
      else complete ??= ms;
    }
    return { speedIndex: si, complete, frames: seen.length };
  },

  async redraw({ free }, p) {
    const o = await open(free, p);
    await sleep(300);
    const out = { mem: { load: await heap(o) } };
    const run = async (what, n, warm = 3) => {
      await within(
        o.page.evaluate(([w, n]) => window.__bench.series(w, n, 1e9), [what, warm]),
        120e3,
        `${p.name} ${what} warm-up`,
      );
      const a = await metricsOf(o.cdp);
      const r = await within(
        o.page.evaluate(([w, n]) => window.__bench.series(w, n, 25e3), [what, n]),
        120e3,
        `${p.name} ${what}`,
      );
      const b = await metricsOf(o.cdp);
      return { ...r, task: ((b.TaskDuration - a.TaskDuration) * 1e3) / r.n };
    };
    for (const rate of [1, 4]) {
      await throttle(o, rate);
      out['redraw' + rate] = await run('redraw', 30);
      out['resize' + rate] = await run('resize', 30);
    }
    await throttle(o, 1);
    out.mem.before = await heap(o);
    await within(
      o.page.evaluate(() => window.__bench.series('redraw', 200, 1e9)),
      180e3,
      `${p.name} 200 redraws`,
    );
    out.mem.after = await heap(o);
    await o.ctx.close();
    return out;
  },

  async hover({ vsync }, p) {
    const o = await open(vsync, p);
    await sleep(300);
    const box = await o.page.evaluate(() => window.__bench.hoverStart());
    await throttle(o, 4);
    const a = await metricsOf(o.cdp);
    const passes = 5,
      per = SWEEP / passes;
    for (let i = 0; i < SWEEP; i++) {
      const pass = Math.floor(i / per),
        k = ((i % per) + 0.5) / per,
        f = pass % 2 ? 1 - k : k;
      await o.cdp.send('Input.dispatchMouseEvent', {
        type: 'mouseMoved',
        x: box.x + box.width * (0.03 + 0.94 * f),
        y: box.y + box.height * (0.1 + (0.6 * (pass + k)) / passes),
        pointerType: 'mouse',
      });
      await within(
        o.page.evaluate((n) => window.__bench.hoverSeen(n), i + 1),
        20e3,
        `${p.name} hover step ${i}`,
      );
    }
    const b = await metricsOf(o.cdp);
    const r = await o.page.evaluate(() => window.__bench.hoverEnd());
    await o.ctx.close();
    return { ...r, task: ((b.TaskDuration - a.TaskDuration) * 1e3) / SWEEP };
  },

  async dots({ free }, p) {
    const out = {};
    for (const n of [1e3, 1e4, 1e5]) {
      const o = await open(free, p, { extra: 'dots=' + n });
      await sleep(200);
      await within(
        o.page.evaluate(() => window.__bench.series('redrawDots', 2, 1e9)),
        120e3,
        `${p.name} dots ${n} warm-up`,
      );
      out[n] = await within(
        o.page.evaluate(() => window.__bench.series('redrawDots', 12, 12e3)),
        120e3,
        `${p.name} dots ${n}`,
      );
      await o.ctx.close();
    }
    return out;
  },
};

const result = {
  date: new Date().toISOString(),
  options: opt,
  network: SLOW,
  flags: FLAGS,
  cpu: cpus()[0].model,
  cores: cpus().length,
  kernel: release(),
  node: process.version,
  pages: pages.map(({ name, role, query, note }) => ({ name, role, query, note })),
  samples: Object.fromEntries(pages.map((p) => [p.name, []])),
  rounds: [],
};
try {
  result.versions = JSON.parse(readFileSync(new URL('peers/package.json', import.meta.url))).dependencies;
} catch {}
const started = Date.now();
for (let round = 0; round < opt.rounds; round++) {
  const browsers = { vsync: await launch(), free: await launch({ free: true }) };
  result.chromium = browsers.vsync.version();
  const order = pages.map((_, i) => pages[(i + round) % pages.length]);
  for (const p of pages) result.samples[p.name].push({ round });
  const loads = [loadavg()[0]];
  // unmeasured first loads: in the first round each page once, with a look at whether it drew; in later rounds one page in each
  // browser, so that no page pays for a fresh browser's font and process start
  if (!round) {
    for (const p of pages) {
      try {
        const o = await open(browsers.vsync, p);
        const drawn = await o.page.evaluate(() => window.__bench.drawn());
        if (drawn.length !== 8 || drawn.some((d) => !d))
          console.error(
            `  WARNING ${p.name}: figures drawn at __ready, before any scrolling: ${JSON.stringify(drawn)}`,
          );
        (result.drawn ??= {})[p.name] = drawn;
        await o.ctx.close();
      } catch (e) {
        console.error(`  ${p.name}: ${e.message}`);
      }
    }
  }
  for (const b of Object.values(browsers))
    for (const p of pages.slice(0, 2))
      await open(b, p).then(
        (o) => o.ctx.close(),
        () => {},
      );
  for (const phase of phases.flatMap((f) => (f === 'load' ? Array(opt.loads).fill(f) : [f]))) {
    for (const p of order) {
      const sample = result.samples[p.name];
      if (phase in sample.at(-1)) sample.push({ round }); // a further load of the same round
      const into = phase === 'load' ? sample.at(-1) : sample.find((s) => s.round === round);
      try {
        into[phase] = await PHASES[phase](browsers, p);
      } catch (e) {
        console.error(`  ${p.name} ${phase}: ${e.message}`);
        into[phase] = { error: e.message };
        for (const b of Object.values(browsers)) for (const c of b.contexts()) await c.close().catch(() => {});
      }
    }
    loads.push(loadavg()[0]);
    console.error(
      `round ${round + 1}/${opt.rounds} ${phase} done, ${Math.round((Date.now() - started) / 1000)} s, load ${loads.at(-1).toFixed(1)}`,
    );
  }
  for (const b of Object.values(browsers)) await b.close();
  result.rounds.push({ order: order.map((p) => p.name), loads });
}
server.close();
result.seconds = Math.round((Date.now() - started) / 1000);
result.summary = summarise(result);
mkdirSync(dirname(resolve(opt.out)), { recursive: true });
writeFileSync(opt.out, JSON.stringify(result));
console.log(table(result));
console.log(verdict(result));
