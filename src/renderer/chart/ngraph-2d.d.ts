/** The two-dimensional build: the same code without run-time code generation, which our content policy forbids. */
declare module 'ngraph.forcelayout/dist/ngraph.forcelayout2d.js' {
  import createLayout from 'ngraph.forcelayout';
  export default createLayout;
}
