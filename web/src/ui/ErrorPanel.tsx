import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';

type ErrorPanelProps = {
  /** What did not come, in the reader's words. */
  title: ReactNode;
  children?: ReactNode;
  /** The trace id of the request that failed, to quote to us. */
  reference?: string | undefined;
  onRetry?: (() => void) | undefined;
};

/** A part of the page that failed: what happened, what is safe, what to do. The rest of the page goes on. */
export function ErrorPanel({ title, children, reference, onRetry }: ErrorPanelProps) {
  return (
    <div role="alert" className="border-l-2 border-late py-1 pl-4 text-14">
      <p className="font-medium text-ink-1">{title}</p>
      <div className="measure pt-1 text-ink-2">
        {children ?? <Trans>Nothing was lost. Try again; if it stays, send us the reference.</Trans>}
      </div>
      <div className="flex flex-wrap items-center gap-4 pt-3">
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {reference && (
          <p className="text-12 text-ink-3">
            <Trans>
              Reference <code className="font-mono select-all">{reference}</code>
            </Trans>
          </p>
        )}
      </div>
    </div>
  );
}

type PanelBoundaryProps = {
  title: ReactNode;
  /** Finds the trace id in what was thrown. */
  referenceOf?: (error: unknown) => string | undefined;
  /** Called before the children are tried again. */
  onRetry?: () => void;
  children: ReactNode;
};

/** Keeps what breaks inside one panel from taking the page with it. */
export class PanelBoundary extends Component<PanelBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('Nothing was thrown') };
  }

  private readonly retry = () => {
    this.props.onRetry?.();
    this.setState({ error: null });
  };

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ErrorPanel title={this.props.title} reference={this.props.referenceOf?.(this.state.error)} onRetry={this.retry} />;
  }
}
