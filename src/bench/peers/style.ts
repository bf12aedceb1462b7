/** A few rules, inlined in the pages of the other generators: about what a plain theme has. */
export const style = `body{max-width:42rem;margin:0 auto;padding:1rem;font:1.1rem/1.6 system-ui,sans-serif;color:#0b1428}nav a{margin-inline-end:1rem}
h1{font-size:2.2rem;line-height:1.1}blockquote{border-inline-start:4px solid #13409f;margin:1rem 0;padding:0 1rem}footer{margin-top:3rem;font-size:.9rem}`;
