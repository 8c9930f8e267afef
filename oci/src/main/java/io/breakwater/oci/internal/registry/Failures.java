package io.breakwater.oci.internal.registry;

import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.net.Answer;
import io.breakwater.oci.internal.net.InvalidAuthorityException;
import io.breakwater.oci.internal.net.InvalidProxyException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;

/** Tells what went wrong with a registry in the words of {@link ProblemCode}. */
public final class Failures {
  private static final int MOST_CAUSES = 20;
  private static final int LONGEST_ERROR = 16 << 10;
  private static final int LONGEST_SHOWN = 300;

  private Failures() {}

  /** Why there was no answer. */
  public static ProblemException of(String subject, String host, IOException failure) {
    if (failure instanceof ProblemException told) return told;
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      switch (cause) {
        case ProblemException told -> {
          return told;
        }
        case InvalidAuthorityException authority -> {
          return new ProblemException(
              Problem.of(
                  ProblemCode.SETTINGS_UNUSABLE, subject, authority.file(), authority.reason()),
              failure);
        }
        case CertificateException _ -> {
          String reason = shown(String.valueOf(causes.getLast().getMessage()));
          return new ProblemException(
              Problem.of(ProblemCode.REGISTRY_UNTRUSTED, subject, host, reason), failure);
        }
        default -> {}
      }
    }
    return new ProblemException(
        Problem.of(ProblemCode.REGISTRY_UNREACHABLE, subject, host, reason(causes)), failure);
  }

  /** Whether a certificate was the reason. */
  static boolean isUntrusted(IOException failure) {
    return causes(failure).stream().anyMatch(CertificateException.class::isInstance);
  }

  private static String reason(List<Throwable> causes) {
    for (Throwable cause : causes) {
      switch (cause) {
        case UnknownHostException _, UnresolvedAddressException _ -> {
          return "there is no host of this name";
        }
        case HttpTimeoutException slow -> {
          return shown(String.valueOf(slow.getMessage()));
        }
        case InvalidProxyException proxy -> {
          return String.valueOf(proxy.getMessage());
        }
        case ConnectException refused when refused.getMessage() != null -> {
          return shown(refused.getMessage());
        }
        case EOFException _ -> {
          return "the connection broke";
        }
        default -> {}
      }
    }
    for (Throwable cause : causes.reversed()) {
      if (cause.getMessage() != null) return shown(cause.getMessage());
    }
    return causes.getLast().getClass().getSimpleName();
  }

  private static List<Throwable> causes(Throwable failure) {
    var out = new ArrayList<Throwable>();
    for (Throwable t = failure; t != null && out.size() < MOST_CAUSES; t = t.getCause()) out.add(t);
    return out;
  }

  /** What an answer with an error status says; closes it. */
  static ProblemException of(String subject, String host, Answer answer) throws IOException {
    try (answer) {
      boolean denied = answer.status() == 401 || answer.status() == 403;
      String said = said(answer);
      return ProblemException.of(
          denied ? ProblemCode.REGISTRY_DENIED : ProblemCode.REGISTRY_FAILED,
          subject,
          host,
          answer.status() + (said.isEmpty() ? "" : " " + said));
    }
  }

  /** The code and message of the specification's error document, or of OAuth2's. */
  private static String said(Answer answer) {
    Json.Obj document;
    try {
      document = Json.parseObject(answer.start(LONGEST_ERROR));
    } catch (InvalidJsonException _) {
      return "";
    }
    String oauth = document.text("error");
    if (!oauth.isEmpty()) return shown(oauth + " " + document.text("error_description"));
    for (Json.Obj error : document.objects("errors")) {
      return shown(error.text("code") + ": " + error.text("message"));
    }
    return shown(document.text("details"));
  }

  /** Somebody else's text, fit to be printed: one line, short, no control characters. */
  private static String shown(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean plain =
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.SURROGATE
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR;
              out.appendCodePoint(plain ? c : ' ');
            });
    return out.toString().strip();
  }
}
