// What the module is asked anew whenever something changes.

import { useEffect } from 'preact/hooks';

/**
 * Only the answer to the latest question counts.
 * @template Answer
 * @param {() => Promise<Answer>} ask
 * @param {(answer: Answer) => void} answered
 * @param {(error: Error) => void} failed
 * @param {unknown[]} changing what the question depends on
 */
export function useAsked(ask, answered, failed, changing) {
  useEffect(() => {
    let current = true;
    ask().then(
      (answer) => current && answered(answer),
      (error) => current && failed(error),
    );
    return () => {
      current = false;
    };
  }, changing);
}
