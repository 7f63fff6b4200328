import { createStore } from '../../../shared/store.js';

export interface SignalChoice {
  sound: boolean;
  vibration: boolean;
}
const KEY = 'readyroom.drill-signals';

const kept = (): SignalChoice => {
  const on = (localStorage.getItem(KEY) ?? '').split(' ');
  return { sound: on.includes('sound'), vibration: on.includes('vibration') };
};

/** Off until somebody switches them on, on this device. */
export const signals = createStore<SignalChoice>(kept());

export function chooseSignals(choice: SignalChoice): void {
  localStorage.setItem(
    KEY,
    Object.keys(choice)
      .filter((key) => choice[key as keyof SignalChoice])
      .join(' '),
  );
  signals.set(choice);
}

let audio: AudioContext | null = null;

function beep(): void {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.15, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.3);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.3);
}

export function signal(): void {
  const { sound, vibration } = signals.get();
  if (sound) beep();
  if (vibration) navigator.vibrate?.(200);
}
