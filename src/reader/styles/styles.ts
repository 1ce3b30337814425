import "./fonts.css";
import "./dyslexic.css";
import "./tokens.css";
import "./base.css";
import "./layout.css";
import "./text.css";
import "./states.css";
import "./print.css";
