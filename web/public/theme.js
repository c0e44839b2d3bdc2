// Runs before the first paint, so that a dark room stays dark. A file of its own: the content policy forbids inline scripts.
(() => {
  var root = document.documentElement;
  var choice = null;
  var density = null;
  try {
    choice = localStorage.getItem('atelier.theme');
    density = localStorage.getItem('atelier.density');
  } catch (_error) {
    // Storage may be forbidden: the system's choice holds.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = density === 'compact' ? 'compact' : 'comfortable';
})();
