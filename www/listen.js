// A figure as sound: one tone a mark, higher for more, from left to right as the marks lie. Loaded when first asked for.

/** The lowest and the highest tone in Hz: three octaves apart. */
const [LOW, HIGH] = [165, 1320];
/** How long a tone sounds, and from one to the next, in seconds. */
const [SOUND, STEP] = [0.28, 0.7];

/** Stops what sounds now: two figures at once are noise. */
let stopSounding = () => {};

/** Tells the site's other frames and windows to be silent. */
const others = new BroadcastChannel('infographic-sound');
others.onmessage = () => stopSounding();

/**
 * A mark to be heard.
 * @typedef {{ fact: string, value: number, place: number }} Note place: 0 is the figure's left edge, 1 its right
 */

/**
 * Plays the marks in their order.
 * @param {Note[]} notes
 * @param {(fact: string) => void} sounding called as each begins
 * @param {() => void} ended called once, at the end or when stopped
 * @returns {() => void} stops it
 */
export function play(notes, sounding, ended) {
  stopSounding();
  others.postMessage('begins');
  const audio = new AudioContext();
  const values = notes.map((note) => note.value);
  // Zero has the lowest tone, unless a value lies below it.
  const least = Math.min(0, ...values);
  const length = Math.max(0, ...values) - least;
  const timers = notes.map((note, index) => {
    const at = audio.currentTime + 0.05 + index * STEP;
    tone(audio, LOW * (HIGH / LOW) ** (length > 0 ? (note.value - least) / length : 0), at, note.place * 2 - 1);
    return setTimeout(() => sounding(note.fact), (at - audio.currentTime) * 1000);
  });
  timers.push(setTimeout(stop, (0.05 + notes.length * STEP) * 1000));
  let over = false;
  stopSounding = stop;
  return stop;

  function stop() {
    if (over) return;
    over = true;
    for (const timer of timers) clearTimeout(timer);
    audio.close();
    ended();
  }
}

/**
 * @param {AudioContext} audio
 * @param {number} frequency in Hz
 * @param {number} at when it begins, in the context's seconds
 * @param {number} pan from −1, left, to 1, right
 */
function tone(audio, frequency, at, pan) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.3, at + 0.02);
  volume.gain.linearRampToValueAtTime(0, at + SOUND);
  const panner = audio.createStereoPanner();
  panner.pan.value = pan;
  oscillator.connect(volume).connect(panner).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + SOUND);
}
