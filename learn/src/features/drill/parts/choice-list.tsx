import { useId } from 'preact/hooks';

interface Props<V extends string> {
  legend: string;
  options: readonly { value: V; label: string }[];
  value: V | null;
  /** Long labels: one below the other. */
  wide?: boolean;
  onChange: (value: V) => void;
}

/** Exclusive choices as large rows in as many columns as fit; native radio buttons underneath. */
export function ChoiceList<V extends string>({ legend, options, value, wide = false, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset class="pick">
      <legend>{legend}</legend>
      <div class={`pick__grid ${wide ? 'pick__grid--wide' : ''}`}>
        {options.map((option) => (
          <label key={option.value} class="pick__row">
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
