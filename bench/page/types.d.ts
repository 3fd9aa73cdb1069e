declare const COLORS: number[];
interface Window {
  __ready: Promise<void>;
}
