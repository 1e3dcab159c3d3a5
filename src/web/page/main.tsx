// Entry point of the page: draws what the page's data say, and keeps its address.
import { render } from 'preact';

function Page() {
  return <p>sitecam</p>;
}

const root = document.getElementById('app');
if (root !== null) render(<Page />, root);
