/**
 * What every feature's controller stands on: rendering, the page around a page, problems as pages, and the guards of every
 * connection and request.
 */
package be.zelfscan.web;
