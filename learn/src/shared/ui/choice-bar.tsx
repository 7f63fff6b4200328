import { useId } from 'preact/hooks';

interface Props<V extends string> {
  legend: string;
  value: V;
  options: readonly { value: V; label: string; lang?: string }[];
  onChange: (value: V) => void;
}

/** A few exclusive choices side by side; native radio buttons underneath. */
export function ChoiceBar<V extends string>({ legend, value, options, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset class="choice-bar">
      <legend>{legend}</legend>
      <div class="choice-bar__row">
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
