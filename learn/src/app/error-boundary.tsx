import { Component, type ComponentChildren } from 'preact';
import { ErrorState } from '../shared/ui/states.js';

/** The last net: says that something broke, what is safe, and offers a fresh start. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static override getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main class="column">
        <ErrorState error={error} onRetry={() => location.reload()} />
      </main>
    );
  }
}
