import { Component, type ReactElement, type ReactNode, Suspense } from 'react';
import { Button, Empty } from '../ui/index.ts';
import { problemOf, translate } from '../workspace/index.ts';

interface Broken {
  readonly message: string | null;
}

/** A view that fails takes only itself away, says so, and can be started again. */
export class PanelFrame extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = { message: null };
  static getDerivedStateFromError(error: unknown): Broken {
    return { message: problemOf(error).message };
  }
  override render(): ReactElement {
    if (this.state.message === null) return <Suspense fallback={null}>{this.props.children}</Suspense>;
    return (
      <Empty title={translate('common:broken.title')}>
        <p>{translate('common:broken.explain', { message: this.state.message })}</p>
        <Button onClick={() => this.setState({ message: null })}>{translate('common:broken.again')}</Button>
      </Empty>
    );
  }
}
