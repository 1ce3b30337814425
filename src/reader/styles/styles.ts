import "./fonts.css";
import "./tokens.css";
import "./base.css";
import "./layout.css";
import "./text.css";
import "./reading.css";
import "./states.css";
import "./print.css";
