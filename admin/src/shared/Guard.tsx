import { Component, type ReactNode } from 'react';
import { LoadFailed } from './LoadFailed.js';

interface Props {
  /** Where we are; going elsewhere gives the next screen a fresh start. */
  place: string;
  children: ReactNode;
}
interface State {
  error: unknown;
  place: string;
}

/** A screen that breaks shows what can be done, and leaves menu and bar alone. */
export class Guard extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { place, error: null };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? (
      this.props.children
    ) : (
      <LoadFailed error={error} onRetry={() => this.setState({ error: null })} />
    );
  }
}
