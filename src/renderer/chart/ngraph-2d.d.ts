/** The two-dimensional build: the same code without run-time code generation, which our content policy forbids. */
declare module 'ngraph.forcelayout/dist/ngraph.forcelayout2d.js' {
  import type { Layout, PhysicsSettings } from 'ngraph.forcelayout';
  import type { Graph, NodeId } from 'ngraph.graph';

  interface LayoutSettings extends Partial<PhysicsSettings> {
    /** Must be given: the built-in one reads link lists in the form of older graphs. */
    nodeMass(id: NodeId): number;
  }
  export default function createLayout<T extends Graph>(graph: T, settings: LayoutSettings): Layout<T>;
}
